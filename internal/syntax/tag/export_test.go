package tag

// EnglishData returns the bytes of the model that ships.
func EnglishData() string { return englishModel }
