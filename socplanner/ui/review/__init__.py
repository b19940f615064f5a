"""Going through what came back in workbooks: accept or leave each change, then take all at once."""
