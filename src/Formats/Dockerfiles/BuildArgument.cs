namespace Gates.Formats.Dockerfiles;

/// <summary>A value that the build command gives to an <c>ARG</c>.</summary>
/// <param name="Value">The value; <see langword="null"/> when only the build knows it.</param>
/// <param name="Origin">How messages name its source, for example <c>build-args BASE, .github/workflows/ci.yml:12</c>.</param>
/// <param name="Reason">Why there is no value, when it is something else than that only the build knows it.</param>
internal sealed record BuildArgument(string? Value, string Origin, string? Reason = null);
