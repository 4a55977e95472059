// Package support is what the generated code types of a package share. It is a package only so
// that it compiles, is vetted and can be edited as Go: the generator copies everything below the
// package clause into a file beside the types it writes. So a package with generated codes
// depends on nothing but the standard library, and everything here has to keep to that: no
// imports beyond strconv, no state, nothing that runs at start-up, and unexported names that
// begin with "code" so that they don't meet the names of the package they are copied into.
package support

import "strconv"

// Retry says whether sending the same request again can help: the retry class of a code.
type Retry int

const (
	// RetryUnknown is the class of every undocumented code: nothing is known, so nothing should be
	// sent again without a limit.
	RetryUnknown Retry = iota

	// RetryNotNeeded is the class of the success codes: nothing failed.
	RetryNotNeeded

	// RetryWithBackoff is the class of the failures that may pass by themselves: send the same
	// request again later, each time after a longer pause, and not for ever.
	RetryWithBackoff

	// RetryAfterFix is the class of the failures that pass only after somebody has acted: a top-up,
	// a new token. Act first, then send again.
	RetryAfterFix

	// RetryNever is the class of the failures that stay: the same request fails the same way.
	RetryNever
)

// codeRetryWords are the words that tables and directives use, indexed by Retry.
var codeRetryWords = [...]string{
	RetryUnknown:     "unknown",
	RetryNotNeeded:   "success",
	RetryWithBackoff: "backoff",
	RetryAfterFix:    "fix",
	RetryNever:       "never",
}

// String returns the word for the class that the table of codes uses: "success", "backoff",
// "fix" or "never", and "unknown" for RetryUnknown.
func (r Retry) String() string {
	if r < 0 || int(r) >= len(codeRetryWords) {
		return "Retry(" + strconv.Itoa(int(r)) + ")"
	}
	return codeRetryWords[r]
}

// ParseError reports text or JSON that is no code. Parsing and unmarshalling return it as a
// *ParseError, so errors.As finds it, and errors.Is tells the two causes apart:
// strconv.ErrSyntax and strconv.ErrRange.
type ParseError struct {
	Type  string // the type that was asked for, with its package's name
	Input string // what was read; longer input is cut, and ends in "…"
	Err   error  // strconv.ErrSyntax, or strconv.ErrRange for a number that 32 bits don't hold
}

// Error names the type, quotes the input and says what is expected instead.
func (e *ParseError) Error() string {
	want := "want a decimal integer without leading zeros"
	switch {
	case e.Err == strconv.ErrRange:
		want = "the number does not fit 32 bits"
	case e.Input == "null":
		want += "; a field that may be null has to be a pointer"
	}
	return e.Type + ": cannot read " + codeQuote(e.Input) + ": " + want
}

// Unwrap returns the cause, strconv.ErrSyntax or strconv.ErrRange.
func (e *ParseError) Unwrap() error { return e.Err }

// codeQuote quotes JSON in back quotes, which leaves its own quotes readable.
func codeQuote(input string) string {
	if len(input) > 0 && input[0] == '"' && strconv.CanBackquote(input) {
		return "`" + input + "`"
	}
	return strconv.Quote(input)
}

// codeInputLimit is how many bytes of bad input an error keeps.
const codeInputLimit = 64

// codeClip copies the input for an error: a reply of megabytes must not stay in memory, or fill a
// log, because an error mentions it.
func codeClip[T string | []byte](input T) string {
	if len(input) <= codeInputLimit {
		return string([]byte(input))
	}
	end := codeInputLimit
	for end > 0 && input[end]&0xC0 == 0x80 { // inside a character of several bytes
		end--
	}
	return string(input[:end]) + "…"
}

// codeRow is a documented code.
type codeRow struct {
	value       int
	wire        string // the value's decimal text
	name        string
	description string
	retry       Retry
	// err is the code as an error, nil for success. It is kept here because converting an integer
	// above 255 to an interface allocates.
	err error
}

// codeTable is a domain: what the methods of its type look up. It is a plain composite literal of
// constants, so that the compiler lays it out and nothing runs at start-up.
type codeTable struct {
	typ       string
	qualified string    // typ with its package's name
	label     string    // what error texts call a code of this domain
	none      int       // an undocumented value, which goes with every parse error
	rows      []codeRow // by ascending value
}

// find returns the row of a documented code, and nil for any other value.
func (t *codeTable) find(value int) *codeRow {
	// Most domains count from 0 without a gap at first: there the value is the index.
	if uint(value) < uint(len(t.rows)) && t.rows[value].value == value {
		return &t.rows[value]
	}
	low, high := 0, len(t.rows)
	for low < high {
		middle := int(uint(low+high) / 2)
		switch row := &t.rows[middle]; {
		case row.value == value:
			return row
		case row.value < value:
			low = middle + 1
		default:
			high = middle
		}
	}
	return nil
}

func (t *codeTable) name(value int) string {
	if row := t.find(value); row != nil {
		return row.name
	}
	return t.typ + "(" + strconv.Itoa(value) + ")"
}

func (t *codeTable) wire(value int) string {
	if row := t.find(value); row != nil {
		return row.wire
	}
	return strconv.Itoa(value)
}

func (t *codeTable) description(value int) string {
	if row := t.find(value); row != nil {
		return row.description
	}
	return ""
}

func (t *codeTable) retry(value int) Retry {
	if row := t.find(value); row != nil {
		return row.retry
	}
	return RetryUnknown
}

func (t *codeTable) errorText(value int) string {
	if row := t.find(value); row != nil {
		return t.label + " " + row.wire + ": " + row.description
	}
	return t.label + " " + strconv.Itoa(value) + ": undocumented code"
}

// parse reads a code's decimal text. A caller who drops the error must not be left with 0, which
// is success in most domains, but with t.none.
func (t *codeTable) parse(text string) (int, error) {
	value, err := codeDecimal(text)
	if err != nil {
		return t.none, &ParseError{t.qualified, codeClip(text), err}
	}
	return value, nil
}

// parseText is parse for the bytes that UnmarshalText is given.
func (t *codeTable) parseText(text []byte) (int, error) {
	value, err := codeDecimal(text)
	if err != nil {
		return t.none, &ParseError{t.qualified, codeClip(text), err}
	}
	return value, nil
}

// parseJSON reads a JSON integer, or a JSON string that holds its decimal text. Escapes in the
// string are refused: nobody writes a digit as \u0030.
func (t *codeTable) parseJSON(data []byte) (int, error) {
	text := data
	if last := len(data) - 1; last > 0 && data[0] == '"' && data[last] == '"' {
		text = data[1:last]
	}
	value, err := codeDecimal(text)
	if err != nil {
		return t.none, &ParseError{t.qualified, codeClip(data), err}
	}
	return value, nil
}

// codeDecimal reads the one way in which strconv.Itoa writes a number of 32 bits: no plus sign,
// no leading zeros, no -0, nothing around it. Codes travel as text and are compared as text, so
// "00" is not 0. Its errors are strconv.ErrSyntax and strconv.ErrRange themselves.
func codeDecimal[T string | []byte](text T) (int, error) {
	digits := text
	negative := len(text) > 0 && text[0] == '-'
	if negative {
		digits = text[1:]
	}
	if len(digits) == 0 || digits[0] == '0' && (len(digits) > 1 || negative) {
		return 0, strconv.ErrSyntax
	}
	const past = 1 << 31 // of the positive numbers, the first that doesn't fit
	var magnitude int64
	for i := range len(digits) {
		digit := digits[i] - '0'
		if digit > 9 {
			return 0, strconv.ErrSyntax
		}
		if magnitude <= past { // stop adding, but go on looking for what is no digit
			magnitude = magnitude*10 + int64(digit)
		}
	}
	if negative {
		magnitude = -magnitude
	}
	if magnitude < -past || magnitude >= past {
		return 0, strconv.ErrRange
	}
	return int(magnitude), nil
}
