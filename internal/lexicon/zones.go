package lexicon

import (
	"strings"
	"sync"
	"time"
	_ "time/tzdata" // so that offsets do not depend on the machine
)

// Zones returns the IANA time zones whose clocks a place shows; of a place of
// which nothing is known but its country, those of the country; nil if that is
// not known either. The names and abbreviations of zones count as places.
func Zones(place string) []string {
	if z, ok := zoneTable()[place]; ok {
		return z
	}
	p, ok := Places().Lookup(place)
	if !ok || p.Kind == Area {
		return nil
	}
	if z, ok := zoneTable()[p.Canonical]; ok {
		return z
	}
	return zoneTable()[p.Country]
}

// ZonesOfCountry returns the zones of the country that a demonym such as
// "British" names, nil for other words.
func ZonesOfCountry(demonym string) []string {
	if country, ok := Places().Demonym(demonym); ok {
		return zoneTable()[country]
	}
	return nil
}

// Offset returns what the clocks of an IANA zone were ahead of UTC, in minutes
// east, at noon UTC of a day; ok is false for an unknown zone.
func Offset(zone string, y int, m time.Month, d int) (east int, ok bool) {
	l := location(zone)
	if l == nil {
		return 0, false
	}
	_, secs := time.Date(y, m, d, 12, 0, 0, 0, time.UTC).In(l).Zone()
	return secs / 60, true
}

var locations sync.Map // zone to *time.Location, nil where there is none

func location(zone string) *time.Location {
	if l, ok := locations.Load(zone); ok {
		return l.(*time.Location)
	}
	l, err := time.LoadLocation(zone)
	if err != nil {
		l = nil
	}
	locations.Store(zone, l)
	return l
}

var zoneTable = sync.OnceValue(func() map[string][]string {
	zones, _ := parseZones("zones.tsv", zonesData)
	return zones
})

func parseZones(file, data string) (map[string][]string, error) {
	zones := make(map[string][]string, rowsIn(data))
	r := newReader(file, data, "name", "zones")
	for r.next() {
		zones[r.fields[0]] = strings.Split(r.fields[1], "|")
	}
	return zones, r.err()
}
