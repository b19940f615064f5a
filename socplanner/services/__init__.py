"""Side effects: files, the open document, settings, languages, reports of crashes."""
