package rules

import "os"

// shippedText is the text of the rules that ship. Package factcheck embeds it,
// and imports this one, so tests of this package read the file.
var shippedText = readShipped()

func readShipped() string {
	src, err := os.ReadFile("../rules.cel")
	if err != nil {
		panic(err)
	}
	return string(src)
}
