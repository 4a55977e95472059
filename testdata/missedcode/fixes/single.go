package fixes

// status is asked for in a file that imports nothing.
func status(responseCode string) (text string) {
	switch responseCode { // want `happens to 22 response codes`
	case "0":
		text = "sent"
	}
	return text
}
