package lexicon

import (
	"testing"
	"time"
)

func TestZonesExist(t *testing.T) {
	for name, zones := range zoneTable() {
		for _, z := range zones {
			if _, ok := Offset(z, 2018, time.June, 20); !ok {
				t.Errorf("%s: no time zone %q", name, z)
			}
		}
	}
}

func TestOffset(t *testing.T) {
	for _, tt := range []struct {
		place string
		y     int
		m     time.Month
		want  int
	}{
		{"Paris", 2018, time.January, 60}, {"Paris", 2018, time.July, 120}, {"Colombo", 2005, time.July, 360},
		{"Tokyo", 1997, time.April, 540}, {"Kathmandu", 2015, time.May, 345}, {"Chicago", 2018, time.July, -300},
		{"Eastern", 2018, time.January, -300}, {"Moscow", 2013, time.January, 240}, {"Caracas", 2012, time.May, -270},
	} {
		zones := Zones(tt.place)
		if len(zones) == 0 {
			t.Errorf("%s: no zones", tt.place)
			continue
		}
		if got, _ := Offset(zones[0], tt.y, tt.m, 1); got != tt.want {
			t.Errorf("%s in %s %d: %d minutes east, want %d", tt.place, tt.m, tt.y, got, tt.want)
		}
	}
}
