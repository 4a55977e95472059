// Methods and functions that loggers and encoders call, though nobody hands them over at the call.
package written

type note struct{ last codes.ResponseCode }

var noted note

// A counting handler notes what it is told.
type counting struct{ slog.Handler }

func (counting) Handle(context.Context, slog.Record) error { noted.last = 11; return nil }

type filtering struct{ slog.Handler }

func (filtering) Enabled(context.Context, slog.Level) bool { noted.last = 12; return false }

type teeing struct{ codes []codes.ResponseCode }

func (t teeing) Write(text []byte) (int, error) { t.codes[0] = 13; return len(text), nil }

// Logged logs by what was made before.
func Logged(c codes.ResponseCode) {
	structured := slog.New(counting{slog.DiscardHandler})
	filtered := slog.New(filtering{slog.DiscardHandler})
	tee := teeing{make([]codes.ResponseCode, 1)}
	plain := log.New(tee, "", 0)
	if noted.last = c; noted.last == 0 {
		structured.Error("cannot send")
		seen(_, noted.last)
	}
	if noted.last = c; noted.last == 0 {
		filtered.Error("cannot send")
		seen(_, noted.last)
	}
	if tee.codes[0] = c; tee.codes[0] == 0 {
		plain.Print("cannot send")
		seen(_, tee.codes[0])
	}
}

func redact(_ []string, a slog.Attr) slog.Attr { noted.last = 14; return a }

// Replaced has functions that see every attribute.
func Replaced(c codes.ResponseCode) {
	x := c
	counting := slog.New(slog.NewTextHandler(io.Discard, &slog.HandlerOptions{
		ReplaceAttr: func(_ []string, a slog.Attr) slog.Attr { x = 5; return a },
	}))
	redacting := slog.New(slog.NewTextHandler(io.Discard, &slog.HandlerOptions{ReplaceAttr: redact}))
	if x = c; x == 0 {
		counting.Error("cannot send")
		seen(_, x)
	}
	if noted.last = c; noted.last == 0 {
		redacting.Error("cannot send")
		seen(_, noted.last)
	}
}

type row struct{ Code codes.ResponseCode }

func (r row) MarshalXML(*xml.Encoder, xml.StartElement) error { noted.last = r.Code; return nil }
func (r row) GobEncode() ([]byte, error)                      { noted.last = r.Code; return []byte("row"), nil }
func (r row) AppendText(to []byte) ([]byte, error)            { noted.last = 15; return to, nil }

func (r *row) UnmarshalJSON(text []byte) error {
	n, err := strconv.Atoi(string(text))
	noted.last = codes.ResponseCode(n)
	return err
}

func (r *row) UnmarshalText([]byte) error { noted.last = 16; return nil }

func (r *row) Scan(fmt.ScanState, rune) error { noted.last = 17; return nil }

// Encoded has it written in several ways.
func Encoded(c codes.ResponseCode) {
	noted.last = 0
	_, _ = xml.Marshal(row{c})
	seen(_, noted.last)
	noted.last = 0
	_ = gob.NewEncoder(io.Discard).Encode(row{c})
	seen(_, noted.last)
	noted.last = c
	slog.New(slog.NewTextHandler(io.Discard, nil)).Info("sent", "row", row{c})
	seen(_, noted.last)
}

func decode(text []byte, into any) error { return json.Unmarshal(text, into) }

// Decoded has it read.
func Decoded(c codes.ResponseCode, responseCode string) {
	noted.last = 0
	var r row
	_ = json.Unmarshal([]byte(responseCode), &r)
	seen(_, noted.last)
	noted.last = 0
	var all struct{ Rows []row }
	_ = decode([]byte(`{"Rows": [5, 11]}`), &all)
	seen(_, noted.last)
	noted.last = c
	_, _ = fmt.Sscan("row", &r)
	seen(_, noted.last)
}
