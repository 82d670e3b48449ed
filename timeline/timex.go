package timeline

import "strconv"

// Freq returns the TIMEX3 attribute freq: "2X" of "twice a week". It is empty where
// the words do not say how often.
func (r *Reading) Freq() string {
	if r.times == 0 || r.Type != SET {
		return ""
	}
	return strconv.Itoa(r.times) + "X"
}

// Quant returns the TIMEX3 attribute quant: EVERY, EACH, or empty.
func (r *Reading) Quant() string {
	if r.Type != SET {
		return ""
	}
	return r.quant
}

// Bounded reports whether r is a length that begins at the document creation time,
// "the next three months", or ends there, "the past two years".
func (r *Reading) Bounded() (begins, ends bool) {
	return r.Type == DURATION && r.side > 0, r.Type == DURATION && r.side < 0
}
