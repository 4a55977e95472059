// Package uncheckedcode defines an analyzer that reports replies whose error code
// nobody reads.
//
// # Analyzer uncheckedcode
//
// uncheckedcode: report replies whose error code nobody reads
//
// Most failures of the API come with HTTP status 200, so a program that looks
// at err and at the status alone takes them for a success:
//
//	var reply smsReply
//	if err := json.NewDecoder(resp.Body).Decode(&reply); err != nil {
//		return "", err
//	}
//	return reply.MessageID, nil // empty, when the credit is used up
//
// The analyzer reports the decode, or the call that returned the reply, if no
// path from there reads the code. To read it in another function or method is to
// read it; a reply that is returned, stored, sent or handed to code that the
// analyzer does not know is somebody else's to read, and never reported.
//
// A reply that was never filled holds 0, which is Success in most domains. So a
// code that is read although the error of the decode was dropped is reported,
// too:
//
//	json.Unmarshal(body, &reply) // of an HTML page, say
//	if reply.ResponseCode == codes.ResponseSuccess {
//
// So is one that is read after an error which is only logged, where the decode
// was left out for the HTTP status, or where nothing is ever stored in the reply.
//
// And so is a returned reply that is thrown away, unless the error beside it is
// not nil for every code that fails:
//
//	_, err := client.Send(ctx, message)
//
// Who does not want to know a code says so, and why:
//
//	_ = reply.ResponseCode // a courtesy message: nobody misses it
//
// # Categories
//
//   - unread: a reply whose code is read on no path
//   - unfilled: a code that is read although the reply may never have been filled
//   - discarded: a returned reply that is thrown away
package uncheckedcode
