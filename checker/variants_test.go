package checker

import (
	"strings"
	"testing"

	"factcheck/internal/page/pagetest"
	"factcheck/internal/relations/spellings"
	"factcheck/internal/text"
)

// TestVariants gives each slip with its right twin: the same text in which the
// word in brackets is the one behind the stroke.
func TestVariants(t *testing.T) {
	tests := []string{
		// a surname that was introduced
		"Viktor Chernov met Anna Kowalczyk in Oslo. By then {Kowalzcyk|Kowalczyk} had signed.",
		"Viktor Halonen met Anna Berg in Oslo. By then {Hallonen|Halonen} had signed.",
		"Ines Carvalho led the inquiry. The report blames {Carvahlo|Carvalho}'s office.",
		"Ines Carvalho led the inquiry. “No,” {Carvalo|Carvalho} said.",
		"Ines Carvalho led the inquiry. {Carvallho|Carvalho}, however, was not told.",
		"Ines Carvalho led the inquiry. {Carvelho|Carvalho} told reporters on Friday.",
		"Mr. Tom Ashworth and Mr. Bob Lane were late. The court fined {Ashwroth|Ashworth} first.",
		"The coach, Diego Martins, was sure. {Martens|Martins} is 44.",
		"Lindqvist was late. Oscar {Lindkvist|Lindqvist}, the captain, blamed the bus. Lindqvist and the rest ran.",
		"President Hastings spoke. Later President Hastings ate. Then President {Hatsings|Hastings} left.",
		// the same given name
		"Peter Johansson won. The prize went to Peter {Johanson|Johansson} at noon.",
		"Maria Delgado won. The prize went to Maria {Delgardo|Delgado} at noon.",
		"Stephen Hadley won. The prize went to {Stephan|Stephen} Hadley at noon.",
		"Andrei Sokolov won. The prize went to Andrei {Sokolow|Sokolov} at noon.",
		"Kristin Dahl won. The prize went to {Kirstin|Kristin} Dahl at noon.",
		// places
		"Ferries from Lisbon were late. The road to {Libson|Lisbon} was shut.",
		"Trade with Argentina grew. Ships left {Argentnia|Argentina} at noon.",
		"Trade with Malaysia grew. A ship reached {Malasyia|Malaysia}'s coast.",
		"Trade with Portugal grew. The {Portugese|Portuguese} sold wine. A Portuguese ship left.",
		"The Japanese sold rice. A {Japanse|Japanese} ship left.",
		"Fires spread in Thailand. {Thialand|Thailand} asked for help.",
		"Fires spread in North Korea. A ship left North {Koera|Korea} at noon.",
		"Roads near Kilkenny were shut. The bus to {Kilkeny|Kilkenny} was late.",
		"Snow fell in Oberwald. The way to Oberwald is shut. Buses to {Oberwlad|Oberwald} stopped. Few left Oberwald.",
		// bodies
		"The Ministry of Fisheries agreed. The {Minsitry|Ministry} of Fisheries said so.",
		"The Federal Reserve moved. The Federal {Resrve|Reserve} said so.",
		"The Transport Department agreed. The Transport {Deparment|Department} said so.",
		"Shares of Lufthansa fell. Analysts said {Lufhtansa|Lufthansa} would cut jobs. Lufthansa will not. Lufthansa flies on.",
		"Talks with Siemens failed. A spokesman for {Seimens|Siemens} declined to comment.",
		"The Liberal Democratic Party won. Few in the Liberal {Democartic|Democratic} Party were glad.",
		"Mitsubishi said so. Workers of {Mitsubushi|Mitsubishi} went home. Mitsubishi will hire.",
		// headline and caption
		"# Ashworth to face court\n\nTom {Ashwerth|Ashworth} was charged on Friday.",
		"# Mayor {Carvlaho|Carvalho} blamed\n\nInes Carvalho led the inquiry. Carvalho was glad.",
		"# Floods hit {Bangaldesh|Bangladesh}\n\nRivers rose in Bangladesh again.",
		// two slips of one name
		"Ines Carvalho led the inquiry. The report blames {Carvahlo|Carvalho}. None blamed Carvalho more.",
		"Gov. Dale Whitmore spoke. Critics of {Whitmoore|Whitmore} left.",
		"Sgt. Dale Whitmore spoke. {Whitmroe|Whitmore} was unhurt.",
		"Dr. Dale Whitmore spoke. “We won,” said {Whitmor|Whitmore}.",
		"Dale Whitmore spoke, and {Whitnore|Whitmore} left at once.",
		"Dale Whitmore, 45, spoke. Police held {Whtimore|Whitmore} for a day.",
		"Boutros Okonjo spoke. With {Okonyo|Okonjo} was his aide.",
	}
	for _, tt := range tests {
		for k, want := range []int{1, 0} {
			src := chosen(tt, k)
			n := 0
			for _, v := range spellings.Variants(pagetest.Read(t, paragraphs(src))) {
				if v.Evidence != "" {
					n++
				}
			}
			if n != want {
				t.Errorf("%d findings, want %d: %s", n, want, src)
			}
		}
	}
}

// TestNoVariants reads pairs that are two names, or forms of one word.
func TestNoVariants(t *testing.T) {
	for _, src := range []string{
		"Omar Benedett, 24, was pronounced dead. They spoke after Benedett's burial. Carlo Benedetti left. Benedetti was sad.",
		"The two Koreas met. South Koreans cheered, and Korean papers said so.",
		"Argentina sold beef. The Argentine minister was glad.",
		"Marxism was taught. A Marxist taught it.",
		"John Johnston and Mary Johnson spoke. Johnston sat down, and Johnson left.",
		"Viktor Novak and Elena Novakova spoke. Novak sat down, and Novakova left.",
		"Viktor Ivanov spoke. His wife, Elena Ivanova, left.",
		"Iran and Iraq talked. Iraq agreed with Iran.",
		"A Boeing flew. Boeings fly.",
		"Bihar is poor. Some 500 Bihari students left Bihar for Delhi. Bihar sent none.",
		"Maria Lopez and Mario Lopez spoke.",
		"Anna Crowe spoke. Crows left the park, where crows are many. Crowe left too.",
		"Anna Marsh spoke. Marches are planned. Marsh left.",
		"The F-15 and the F-16 flew. An F-16 fell.",
		"Li Peng met Li Pang. Peng sat. Pang left.",
		"José Muñoz spoke. Munoz left.",
		"The name is spelled Smyth, Anna Smith said. Smyth is wrong.",
	} {
		for _, v := range spellings.Variants(pagetest.Read(t, paragraphs(src))) {
			if v.Evidence != "" {
				t.Errorf("%s: “%s” for “%s”: %s", src, v.Text, v.Other.Text, v.Evidence)
			}
		}
	}
}

// chosen takes one side of each {wrong|right}.
func chosen(s string, side int) string {
	var b strings.Builder
	for {
		before, rest, ok := strings.Cut(s, "{")
		b.WriteString(before)
		if !ok {
			return b.String()
		}
		choice, after, _ := strings.Cut(rest, "}")
		b.WriteString(strings.Split(choice, "|")[side])
		s = after
	}
}

func TestEditBetween(t *testing.T) {
	tests := []struct {
		a, b string
		want text.Edit
	}{
		{"Smith", "Smyth", text.EditLetter}, {"Smith", "Simth", text.EditSwap}, {"Smith", "Smitth", text.EditDouble},
		{"Smith", "Smiths", text.EditDrop}, {"Smith", "Smth", text.EditDrop}, {"Smith", "Smith", 0}, {"Smith", "Smythe", 0},
		{"Gül", "Gul", 0}, {"Al-Alam", "AlAlam", 0}, {"", "a", text.EditDrop}, {"ab", "ba", text.EditSwap}, {"\xff", "a", 0},
	}
	for _, tt := range tests {
		if got, _ := text.EditBetween(tt.a, tt.b); got != tt.want {
			t.Errorf("%q, %q: %v, want %v", tt.a, tt.b, got, tt.want)
		}
		if got, _ := text.EditBetween(tt.b, tt.a); got != tt.want {
			t.Errorf("%q, %q: %v, want %v", tt.b, tt.a, got, tt.want)
		}
	}
}

// paragraphs is src as an article, with a headline of its own if it has none.
func paragraphs(src string) string {
	if strings.HasPrefix(src, "#") {
		return "---\npublished: 2019-04-10\n---\n" + src + "\n"
	}
	return pagetest.Story(src)
}
