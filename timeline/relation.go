package timeline

// A Relation is one of Allen's thirteen interval relations
// (J. F. Allen, CACM 26:11, 1983). The zero Relation is invalid.
type Relation uint8

// The relations, each followed by its inverse.
const (
	Before Relation = iota + 1
	After
	Meets
	MetBy
	Overlaps
	OverlappedBy
	Starts
	StartedBy
	During
	Includes
	Finishes
	FinishedBy
	Equals
)

var relationNames = [...]string{"", "before", "after", "meets", "met by", "overlaps", "overlapped by",
	"starts", "started by", "during", "includes", "finishes", "finished by", "equals"}

// String returns the relation's name in words.
func (r Relation) String() string {
	if int(r) < len(relationNames) {
		return relationNames[r]
	}
	return ""
}

// Inverse returns the relation of b to a, given that of a to b.
func (r Relation) Inverse() Relation {
	switch {
	case r == 0 || r == Equals:
		return r
	case r%2 == 1:
		return r + 1
	default:
		return r - 1
	}
}

// Relate returns the relation of a to b. It is 0 when either is empty.
func Relate(a, b Interval) Relation {
	switch {
	case a.Empty() || b.Empty():
		return 0
	case a == b:
		return Equals
	case a.To < b.From:
		return Before
	case b.To < a.From:
		return After
	case a.To == b.From:
		return Meets
	case b.To == a.From:
		return MetBy
	case a.From == b.From:
		if a.To < b.To {
			return Starts
		}
		return StartedBy
	case a.To == b.To:
		if a.From > b.From {
			return Finishes
		}
		return FinishedBy
	case a.From > b.From && a.To < b.To:
		return During
	case a.From < b.From && a.To > b.To:
		return Includes
	case a.From < b.From:
		return Overlaps
	}
	return OverlappedBy
}
