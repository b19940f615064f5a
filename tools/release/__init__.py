"""What a release needs beside what is built: its notes, its bill of materials, its checksums."""
