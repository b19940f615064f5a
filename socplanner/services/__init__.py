"""Side effects: files, the open document, settings, translations, reports of crashes."""
