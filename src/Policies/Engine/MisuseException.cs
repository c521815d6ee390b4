namespace Gates.Policies.Engine;

/// <summary>A policy used what it was given wrongly. Scripts cannot catch it: a swallowed mistake would hide a finding.</summary>
internal sealed class MisuseException(string message) : Exception(message);
