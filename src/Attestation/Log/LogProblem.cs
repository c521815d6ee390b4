namespace Gates.Attestation.Log;

/// <summary>One thing that is wrong with a log.</summary>
/// <param name="Fault">One of <see cref="LogFault"/>.</param>
/// <param name="Message">Where and what, in one line.</param>
internal sealed record LogProblem(string Fault, string Message);
