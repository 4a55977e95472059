package imports

import (
	"fmt"

	"example.test/programs/magiccode/other/codes"
)

func grpc(r Reply) {
	if r.ResponseCode == 7 { // want `PrepaidAccountExpired`
		fmt.Println(codes.OK)
	}
}
