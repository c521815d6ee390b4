namespace Gates.Runner.Commands.Eval;

/// <summary>What <c>gates eval</c> was asked.</summary>
/// <param name="Root">The folder that the user stands in.</param>
/// <param name="Policy">A script or a policy's folder.</param>
/// <param name="Evidence">The file with the evidence.</param>
/// <param name="Settings">The file with the settings; <see langword="null"/> when there are none.</param>
internal sealed record EvaluationRequest(DirectoryInfo Root, string Policy, string Evidence, string? Settings);
