package fact

// An Alignment is a sentence of a draft beside the passages of its sources that
// tell the same.
type Alignment struct {
	// At is the sentence of the draft.
	At Place `cel:"at"`
	// Text is that sentence.
	Text string `cel:"text"`
	// Zone is the part of the page it stands in.
	Zone string `cel:"zone"`
	// Passage is the sentence of a source that is most like it; nil if none shares
	// content with it.
	Passage *Place `cel:"passage"`
	// Likeness is how like the two are, from 0 to 1: what they share of their
	// content words, rare words counting more.
	Likeness float64 `cel:"likeness"`
	// Slots are the values of the sentence that could be compared, in the order of
	// the text: times, numbers, names, titles, quotations and their speakers.
	Slots []Slot `cel:"slots"`
	// Unstated are the values and quotations of the sentence that no source states.
	Unstated []Place `cel:"unstated"`
	// Supported is which share of the times, numbers, names and quotations of the whole draft
	// some source states, and of three more, from 0 to 1: high for what was rewritten from its
	// sources, low for a report of its own.
	Supported float64 `cel:"supported"`
}

// A Slot is a value of a draft beside a value of one kind in a source.
type Slot struct {
	// Kind is date, weekday, number, name, place, role, quote, speaker, order or merged.
	Kind string `cel:"kind"`
	// At is where the value stands in the draft.
	At Place `cel:"at"`
	// Text is the value as the draft has it.
	Text string `cel:"text"`
	// Source is where the other stands in the source.
	Source Place `cel:"source"`
	// SourceText is the value as the source has it.
	SourceText string `cel:"source_text"`
	// Same reports whether the two agree: equal, rounded, converted, or one the
	// coarser of the other.
	Same bool `cel:"same"`
	// Context is how like the words around the two are, from 0 to 1, words beside
	// them counting more; of a quotation the share of its words that the source has.
	Context float64 `cel:"context"`
	// Elsewhere is how like the surroundings are of the value of the draft and of
	// that passage of a source which states it too, where they are most alike; 0 if
	// no source states it.
	Elsewhere float64 `cel:"elsewhere"`
	// Stated reports whether any source states the value of the draft anywhere.
	Stated bool `cel:"stated"`
	// Taken reports whether the draft states the value of the source elsewhere.
	Taken bool `cel:"taken"`
	// Lone reports whether no source states the value of the draft, nor the draft that of
	// the source: one may stand for the other.
	Lone bool `cel:"lone"`
	// Slip reports whether two numbers or dates differ as slips do: in one digit, in two
	// that changed places, in the scale or the unit, in the day, the month or the year
	// alone.
	Slip bool `cel:"slip"`
	// Akin reports whether two names differ in letters of one word only, or in the
	// surname behind one first name.
	Akin bool `cel:"akin"`
	// Persons reports whether both are known to be names of persons.
	Persons bool `cel:"persons"`
	// Far reports whether two numbers differ by more than slips mostly do: eight times
	// and more, and not in their scale alone.
	Far bool `cel:"far"`
	// Dated reports whether both times name a day of a month, or both a month or a
	// year.
	Dated bool `cel:"dated"`
	// Repeated reports whether the draft differs from the source in the same name
	// before.
	Repeated bool `cel:"repeated"`
	// Stale reports whether both are the same words for two days: "yesterday" copied
	// from a source of another day.
	Stale bool `cel:"stale"`
	// Other is another passage of the sources: of a number that agrees the one that
	// contradicts it in the likest surroundings, of two events told as one where the
	// second stands; nil if there is none.
	Other *Place `cel:"other"`
	// OtherText is the value that stands there.
	OtherText string `cel:"other_text"`
	// OtherContext is how like the surroundings of that value are.
	OtherContext float64 `cel:"other_context"`
	// OtherNewer reports whether it stands in a source that was published after all
	// that state the value of the draft.
	OtherNewer bool `cel:"other_newer"`
	// OtherOlder reports whether a source that was published after that one states the
	// value of the draft.
	OtherOlder bool `cel:"other_older"`
	// Newer reports whether a source that was published later states the value of the
	// draft.
	Newer bool `cel:"newer"`
	// Published is when the source was published; nil if unknown.
	Published *Interval `cel:"published"`
	// Summary says in one sentence how the two differ.
	Summary string `cel:"summary"`
}
