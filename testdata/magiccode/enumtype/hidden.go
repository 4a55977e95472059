package enumtype

func hidden(reason report) bool {
	return reason.Reason == 5 // want `5 is the reason code SubscriberUnknown .*; write errreason.Unknown`
}
