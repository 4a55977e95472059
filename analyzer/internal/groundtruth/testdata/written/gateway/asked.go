package gateway

var ErrLow = errors.New("low")

var Limit = 5

var listed = map[int]bool{5: true, 11: false}

var calls int

func IsSmall(responseCode int) bool  { return responseCode < 100 && responseCode != 5 }
func IsEven(responseCode int) bool   { return responseCode%2 == 0 }
func IsNarrow(responseCode int) bool { return uint8(responseCode) == 5 }
func Class(responseCode int) string {
	switch {
	case responseCode > 1000:
		return "high"
	case responseCode == 5:
		return "five"
	case responseCode < 5:
		return "low"
	}
	return ""
}
func ByText(responseCode string) bool {
	return responseCode < "5" || len(responseCode) == 3 || responseCode[0] == '8' || responseCode == "0005"
}
func ErrOf(responseCode int) error {
	switch {
	case responseCode == 0:
		return nil
	case responseCode < 10:
		return ErrLow
	}
	return errors.New("other")
}
func Minus(responseCode int) int      { return -responseCode }
func Next(responseCode int) int       { return responseCode + 1 }
func Changing(responseCode int) bool  { calls++; return responseCode == 5 || calls > 1 }
func Below(responseCode int) bool     { return responseCode < Limit }
func Tiny(responseCode int8) bool     { return responseCode == 5 }
func Unsigned(responseCode uint) bool { return responseCode < 10 }
func Bits(responseCode int) bool      { return responseCode&4 != 0 && responseCode < 20 }
func Listed(responseCode int) bool    { _, ok := listed[responseCode]; return ok }
func Quick(responseCode string) bool  { return responseCode == "5" || responseCode > "87" }
