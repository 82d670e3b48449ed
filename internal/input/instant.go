package input

import (
	"regexp"
	"strings"
	"time"

	"github.com/itlightning/dateparse"
)

// An Instant is a date as programs write it, with what they gave of clock and
// zone.
type Instant struct {
	At             time.Time // civil fields in the zone that was given; UTC for none
	Clocked, Zoned bool
}

// UTC reports whether the instant was given in UTC, which is rarely the zone of
// an outlet.
func (t *Instant) UTC() bool {
	_, offset := t.At.Zone()
	return t.Zoned && offset == 0
}

// String writes t as article.ParseDate reads it.
func (t *Instant) String() string {
	switch {
	case !t.Clocked:
		return t.At.Format(time.DateOnly)
	case !t.Zoned:
		return t.At.Format("2006-01-02T15:04:05")
	}
	return t.At.Format("2006-01-02T15:04:05Z07:00")
}

var (
	clockForm = regexp.MustCompile(`\d{1,2}:\d\d|T\d{4}`)
	zoneForm  = regexp.MustCompile(`(?:\d|\s)(?:Z|[A-Z]{3}|[+-]\d\d:?\d\d)\s*$`)
	basicForm = regexp.MustCompile(`^(\d{8})T(\d\d)(\d\d)(\d\d)(?:\.\d+)?(Z|[+-]\d\d:?\d\d)?$`)
)

// longestDate is the longest statement that is read, in bytes.
const longestDate = 64

// ReadInstant reads what machines write: ISO 8601, RFC 822, seconds since 1970. It
// returns nil for other forms, for those in which day and month could be taken for
// each other, and for years that no such file is of, before 1990 and after 2199.
func ReadInstant(s string) *Instant {
	s = strings.TrimSpace(s)
	if len(s) > longestDate || len(s) < len("20060102") {
		return nil
	}
	if m := basicForm.FindStringSubmatch(s); m != nil { // NITF and IPTC: 20180615T170000+0200
		s = m[1][:4] + "-" + m[1][4:6] + "-" + m[1][6:] + "T" + m[2] + ":" + m[3] + ":" + m[4] + m[5]
	}
	at, err := dateparse.ParseStrict(s)
	if err != nil || at.Year() < 1990 || at.Year() > 2199 {
		return nil
	}
	if allDigits(s) && len(s) != len("20060102") { // seconds since 1970: an instant in UTC
		return &Instant{At: at.UTC(), Clocked: true, Zoned: true}
	}
	return &Instant{At: at, Clocked: clockForm.MatchString(s) && at.Format("150405") != "000000", Zoned: zoneForm.MatchString(s)}
}

func allDigits(s string) bool { return strings.Trim(s, "0123456789") == "" }

// Date sets the publication date to the first of statements, pairs of where it
// stands and how it is written, that can be read.
func (i *Item) Date(statements ...[2]string) {
	for _, s := range statements {
		if t := ReadInstant(s[1]); t != nil {
			i.Published, i.PublishedFrom = t.String(), s[0]
			return
		}
	}
}
