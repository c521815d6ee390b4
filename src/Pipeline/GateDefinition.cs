using System.Text.Json.Serialization.Metadata;
using Gates.Formats.Foundation.Trees;
using Gates.Formats.Settings;

namespace Gates.Pipeline;

/// <summary>One line of the catalogue: a gate's id, its title, its options and how to make it.</summary>
internal sealed record GateDefinition(string Id, string Title, OptionClass Options, Func<object, GateServices, IGate> Create)
{
    /// <value>What the gate judges that a run made and no commit holds, in words; <see langword="null"/> when a commit is enough to judge it again.</value>
    public string? MadeInput { get; init; }

    /// <value>All rules that its own policy reports in a repository; <see langword="null"/> where only a run tells.</value>
    public Func<ISourceTree, IReadOnlyList<string>>? Rules { get; init; }

    /// <param name="id">As configurations name it.</param>
    /// <param name="title">As people read it.</param>
    /// <param name="options">The generated context that names the class of its options.</param>
    /// <param name="create">Makes the gate.</param>
    public static GateDefinition For<TOptions>(string id, string title, IJsonTypeInfoResolver options, Func<TOptions, GateServices, IGate> create)
        where TOptions : class, new() =>
        new(id, title, OptionClass.Of<TOptions>(options), (values, services) => create((TOptions)values, services));
}
