package checker

// A clockPair is two clock times that give one moment in two zones.
type clockPair struct{}

func (a *apposer) clockPair(i, j int) bool { return false }

func (a *apposer) compareClocks() {}

func (a *apposer) partBeside(i int) {}

func (a *apposer) partApart(i, j int) bool { return false }
