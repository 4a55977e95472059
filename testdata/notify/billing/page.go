package billing

import "errors"
import "example.test/programs/notify/geniq"

// page is how loud to call whoever is on call: 0 is not at all.
func page(err error) int {
	var apiErr *geniq.APIError
	if !errors.As(err, &apiErr) {
		return 1
	}
	loud := 0
	switch apiErr.ResponseCode { // want "missedcode: .* 19 response codes"
	case 1, 2: // want "magiccode: .*InvalidCredentials" "magiccode: .*InvalidIP"
		loud = 2
	case 6: // want "magiccode: .*InsufficientCredit"
		loud = 3
	}
	return loud
}
