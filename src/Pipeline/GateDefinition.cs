namespace Gates.Pipeline;

/// <summary>One line of the catalogue: a gate's id, its title, its options and how to make it.</summary>
internal sealed record GateDefinition(string Id, string Title, Type OptionsType, Func<object, GateServices, IGate> Create)
{
    /// <value>What the gate judges that a run made and no commit holds, in words; <see langword="null"/> when a commit is enough to judge it again.</value>
    public string? MadeInput { get; init; }

    public static GateDefinition For<TOptions>(string id, string title, Func<TOptions, GateServices, IGate> create)
        where TOptions : class, new() =>
        new(id, title, typeof(TOptions), (options, services) => create((TOptions)options, services));
}
