namespace Gates.BuiltIn.DlpScan.Values;

/// <summary>Decides about a value that has the right shape.</summary>
internal delegate Validity ValueCheck(in Candidate candidate);
