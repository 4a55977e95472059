package imports

import "os"
import "strings"

func lines(r Reply) string {
	if r.ResponseCode == 12 { // want `InvalidOriginator`
		return strings.ToUpper(os.Getenv("FROM"))
	}
	return ""
}
