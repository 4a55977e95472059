// Package verdicts says what passes, and has nothing but names in common with the API.
package verdicts

// Temporary reports whether it is worth the while to come back.
func Temporary(responseCode string) bool {
	switch responseCode {
	case "4", "5":
		return true
	}
	return false
}

// Waits is Temporary for those who know better.
func Waits(responseCode string) bool { return responseCode == "5" }
