package spellings

// Chains file numbers under keys, and give the last ones of a key. A key costs no
// list of its own.
type chains[K comparable] struct {
	last  map[K]int32 // by key: 1 + its last link
	links []link
}

// A link is a number with the one before it under its key.
type link struct{ number, before int32 }

func newChains[K comparable](keys int) chains[K] {
	return chains[K]{make(map[K]int32, keys), make([]link, 0, keys)}
}

// add files a number under a key.
func (c *chains[K]) add(key K, number int) {
	c.links = append(c.links, link{int32(number), c.last[key]})
	c.last[key] = int32(len(c.links))
}

// recent returns the last numbers of a key, at most as many as a bucket has, in the
// order in which they were added. They are written into room.
func (c *chains[K]) recent(room *[maxBucket]int32, key K) []int32 {
	at := maxBucket
	for k := c.last[key]; k > 0 && at > 0; k = c.links[k-1].before {
		at--
		room[at] = c.links[k-1].number
	}
	return room[at:]
}
