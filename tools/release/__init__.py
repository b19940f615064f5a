"""What a release needs beside the packages: its notes, its bill of materials, its checksums."""
