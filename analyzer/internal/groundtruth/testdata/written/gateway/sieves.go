package gateway

// Differs says no to two numbers only.
func Differs(number int) bool { return number != 5 && number != 88 }

// Between says yes to some numbers in the middle.
func Between(number int) bool { return number >= 5 && number <= 9 }

// Named says yes to two names.
func Named(text string) bool { return text == "5" || text == "88" }

// Unnamed says no to two names.
func Unnamed(text string) bool { return text != "5" && text != "88" }

// DiffersByName is given a code by its parameter's name.
func DiffersByName(responseCode int) bool { return responseCode != 5 && responseCode != 88 }

// Unused says yes to numbers that no API has.
func Unused(number int) bool { return number > 1000 && number < 80000 }
