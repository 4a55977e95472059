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

// progress is what the package tells of its reading: no decoder gets it.
var progress struct {
	Pages  int
	Latest codes.ResponseCode
}

type item struct{ ID int }

func (i *item) UnmarshalJSON(text []byte) error {
	n, err := strconv.Atoi(string(text))
	i.ID, progress.Latest = n, codes.ResponseCode(n)
	return err
}

// Counted looks at what the decoder has not got.
func Counted(c codes.ResponseCode, b bool) {
	var i item
	if progress.Latest = c; progress.Latest == 5 && b {
		_ = json.Unmarshal([]byte(`12`), &i)
		seen(_, progress.Latest)
	}
	var all struct{ Items []item }
	if progress.Latest = c; progress.Latest == 5 && b {
		_ = json.NewDecoder(strings.NewReader(`{"Items": [12, 11]}`)).Decode(&all)
		seen(_, progress.Latest)
	}
}
