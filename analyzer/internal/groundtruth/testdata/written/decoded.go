// Methods that decoders call.
package written

var lastRead codes.ResponseCode

type entry struct{ Code codes.ResponseCode }

func (e *entry) UnmarshalText(text []byte) error {
	n, err := strconv.Atoi(string(text))
	lastRead = codes.ResponseCode(n)
	return err
}

type page struct{ Entries []entry }

// Read has entries read, one by one or by the page.
func Read(c codes.ResponseCode, b bool) {
	var p page
	if lastRead = c; lastRead == 0 {
		_ = json.Unmarshal([]byte(`{"Entries": ["5", "11"]}`), &p)
		seen(_, lastRead)
	}
	var e entry
	if lastRead = c; lastRead == 5 && b {
		_ = json.Unmarshal([]byte(`"12"`), &e)
		seen(_, lastRead)
	}
}
