package lexicon

import _ "embed" // the data files

//go:embed data/abbreviations.txt
var abbreviationsData string

//go:embed data/functionwords.txt
var functionWordsData string

//go:embed data/irregular.tsv
var irregularData string

//go:embed data/notnames.txt
var notNamesData string

//go:embed data/orgwords.txt
var orgWordsData string

//go:embed data/places.tsv
var placesData string

//go:embed data/roles.tsv
var rolesData string
