package numbers

// What a number is to its value, see fact.Number.Bound: “about 20” is roughly so, “more
// than 20” is more, “at least 20” that or more.
const (
	Roughly = "approx"
	More    = "more"
	AtLeast = "least"
	Less    = "less"
	AtMost  = "most"
)

// AllowsMore reports whether a bound leaves it open that the value is higher.
func AllowsMore(bound string) bool { return bound == More || bound == AtLeast }

// AllowsLess reports whether a bound leaves it open that the value is lower.
func AllowsLess(bound string) bool { return bound == Less || bound == AtMost }
