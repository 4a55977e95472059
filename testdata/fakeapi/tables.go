package fakeapi

// The codes of the API's documentation, as they go over the wire. This copy
// is typed off on purpose: it must not change when a program that uses other
// tables does.

// ResponseCodes are those of the REST calls.
func ResponseCodes() []string {
	return []string{
		"0", "1", "2", "3", "4", "5", "6", "7",
		"10", "11", "12", "13", "14", "15", "16", "17", "18", "19",
		"21", "22", "88", "99", "301",
	}
}

// ReasonCodes are those of the delivery reports.
func ReasonCodes() []string {
	return []string{
		"0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12", "13", "201",
	}
}

// TemplateCodes are those of the management of message templates.
func TemplateCodes() []string {
	return []string{
		"0", "1", "2", "3", "4", "10", "100", "190", "368", "506", "80007",
		"131001", "131006", "131008", "131009", "131021", "131031", "131051", "131055",
		"132000", "132001", "132005", "132007", "132012", "133000",
	}
}

// UndocumentedCodes are numbers that no table has: the API's tables grow.
func UndocumentedCodes() []string { return []string{"20", "42", "9999", "-1"} }

// MalformedCodes are not numbers as the API writes them.
func MalformedCodes() []string { return []string{"", "00"} }
