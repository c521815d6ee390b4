using Gates.Formats.Settings;

namespace Gates.BuiltIn.HermeticBuild.Proof;

/// <summary>A build that is run to prove it: of an image, or of a command in one.</summary>
internal sealed class BuildOptions
{
    [Option("What reports call it. Default: the Dockerfile, or the command.")]
    public string Name { get; set; } = "";

    [Option("The Dockerfile, from the repository's root. Default: Dockerfile in the context.")]
    public string Dockerfile { get; set; } = "";

    [Option("The folder that the build sees, from the repository's root; only what git tracks of it.")]
    public string Context { get; set; } = ".";

    [Option("The stage to build. Default: the last.")]
    public string Target { get; set; } = "";

    [Option("Build arguments.")]
    public IReadOnlyDictionary<string, string> Args { get; set; } = new Dictionary<string, string>(StringComparer.Ordinal);

    [Option("The platform to build for, such as linux/amd64. Default: the engine's own.")]
    public string Platform { get; set; } = "";

    [Option("What builds the image: the engine's own builder, BuildKit through the docker program, or the engine's where it can and BuildKit else.",
        OneOf = ["auto", "engine", "buildkit"])]
    public string Builder { get; set; } = "auto";

    [Option("Instead of a Dockerfile: a program and its arguments, run in `image` on a copy of the context.")]
    public IReadOnlyList<string> Command { get; set; } = [];

    [Option("The image that `command` runs in; it must be on the engine, since nothing is pulled.")]
    public string Image { get; set; } = "";

    [Option("As whom `command` runs. Default: a user without a name, another one the second time.")]
    public string User { get; set; } = "";

    [Option("The memory that a step may take, such as 512m or 2g.")]
    public string Memory { get; set; } = "2g";

    [Option("How many processors a step may use.", Min = 0.01, Max = 1024)]
    public double Cpus { get; set; } = 2;

    [Option("How long one build may take.", Min = 1, Max = 86400)]
    public TimeSpan Time { get; set; } = TimeSpan.FromMinutes(10);

    [Option("How large what is built may be, unpacked, such as 500m or 8g.")]
    public string Size { get; set; } = "8g";

    [Option("Whether to build twice, with other circumstances, and to compare.")]
    public bool Twice { get; set; } = true;

    [Option("The least share of files that must be the same in both builds, in per cent.", Min = 0, Max = 100)]
    public double Reproducible { get; set; } = 80;

    [Option("Files that may differ, each with the reason and until when.")]
    public IReadOnlyList<AcceptOptions> Accept { get; set; } = [];
}

/// <summary>Files of a build that may differ.</summary>
internal sealed class AcceptOptions
{
    [Option("Which: a glob over the paths in what is built, without a slash at its beginning.", Required = true)]
    public string Files { get; set; } = "";

    [Option("Why.", Required = true)]
    public string Reason { get; set; } = "";

    [Option("The last day that it counts.", Required = true)]
    public DateOnly Expires { get; set; }
}
