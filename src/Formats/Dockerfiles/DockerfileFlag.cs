namespace Gates.Formats.Dockerfiles;

/// <summary>A flag of an instruction, such as <c>--from=builder</c>.</summary>
/// <param name="Name">Without the dashes.</param>
/// <param name="Value">What stands after the equals sign, quotes removed; <see langword="null"/> without an equals sign.</param>
internal sealed record DockerfileFlag(string Name, string? Value);
