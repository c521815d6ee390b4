using Gates.Attestation.Log;

namespace Gates.Attestation.Verification;

/// <summary>One thing that does not hold.</summary>
/// <param name="Fault">What kind it is: a name of <see cref="VerificationFault"/> or <see cref="Gates.Attestation.Log.LogFault"/>.</param>
/// <param name="Message">Where and what, in one line.</param>
internal sealed record VerificationProblem(string Fault, string Message);
