"""What two wordings of one text say differently: figures by their role, words that turn a sentence, how firmly it binds."""
