package imports

import "fmt"

func single(r Reply) {
	if r.ResponseCode != 0 { // want `Success`
		fmt.Println(r.ResponseCode)
	}
	if r.ResponseCode == 99 { // want `SystemError`
		fmt.Println("ask them")
	}
}
