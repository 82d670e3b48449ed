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

//go:embed data/bounds.tsv
var boundsData string

//go:embed data/currencies.tsv
var currenciesData string

//go:embed data/labels.txt
var labelsData string

//go:embed data/numberwords.tsv
var numberWordsData string

//go:embed data/plurals.tsv
var pluralsData string

//go:embed data/sayings.tsv
var sayingsData string

//go:embed data/scorewords.txt
var scoreWordsData string

//go:embed data/sexes.tsv
var sexesData string

//go:embed data/sportsnouns.txt
var sportsNounsData string

//go:embed data/spanwords.tsv
var spanWordsData string

//go:embed data/streetwords.txt
var streetWordsData string

//go:embed data/units.tsv
var unitsData string

//go:embed data/closedwords.txt
var closedWordsData string

//go:embed data/changewords.txt
var changeWordsData string

//go:embed data/unitfactors.tsv
var unitFactorsData string

//go:embed data/rates.tsv
var ratesData string

//go:embed data/equalwords.txt
var equalWordsData string

//go:embed data/amountverbs.tsv
var amountVerbsData string

//go:embed data/concepts.tsv
var conceptsData string

//go:embed data/partwords.txt
var partWordsData string

//go:embed data/updatewords.txt
var updateWordsData string

//go:embed data/kindnouns.txt
var kindNounsData string

//go:embed data/countrycurrencies.tsv
var countryCurrenciesData string

//go:embed data/sharedcurrencies.tsv
var sharedCurrenciesData string

//go:embed data/sametime.tsv
var sameTimeData string

//go:embed data/zones.tsv
var zonesData string

//go:embed data/posts.tsv
var postsData string

//go:embed data/tenurewords.txt
var tenureWordsData string

//go:embed data/officeholders.tsv
var officeHoldersData string

//go:embed data/officewords.tsv
var officeWordsData string

//go:embed data/factors.tsv
var factorsData string

//go:embed data/personwords.txt
var personWordsData string
