package claims

// The kinds of events that put two parties in touch, among those of the table of
// triggers. A contact is a call or a meeting of which the text does not say which.
const (
	KindCall    = "call"
	KindMeeting = "meeting"
	KindContact = "contact"
)

// InTouch reports whether an event of a kind puts two parties in touch.
func InTouch(kind string) bool {
	return kind == KindCall || kind == KindMeeting || kind == KindContact
}
