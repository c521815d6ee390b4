using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Gates.Formats.Settings;

/// <summary>
/// A class whose settable properties are options: which they are, and how one is made of values. What it knows of the class comes from .NET's JSON source
/// generator, so nothing is looked up that a trimmed program has lost.
/// </summary>
internal sealed class OptionClass
{
    private readonly Lazy<JsonTypeInfo> info;
    private readonly Lazy<IReadOnlyList<Setting>> settings;

    private OptionClass(Type type, IJsonTypeInfoResolver resolver)
    {
        Type = type;
        info = new Lazy<JsonTypeInfo>(() => OptionJson.With(resolver).GetTypeInfo(type));
        settings = new Lazy<IReadOnlyList<Setting>>(() => OptionSettings.Of(info.Value));
    }

    public Type Type { get; }

    /// <value>In the order in which the class declares them; read once, and only when the class is used.</value>
    public IReadOnlyList<Setting> Settings => settings.Value;

    /// <param name="resolver">The generated context that names the class.</param>
    public static OptionClass Of<T>(IJsonTypeInfoResolver resolver)
        where T : class, new() => new(typeof(T), resolver);

    /// <summary>One with the values that <see cref="Create(SettingMap)"/> would be given, once they are JSON.</summary>
    public object Create(JsonElement values) => JsonSerializer.Deserialize(values, info.Value)!;

    /// <summary>One with these values, which were read and found valid. Values of a policy's own settings are passed over.</summary>
    public object Create(SettingMap values) => JsonSerializer.Deserialize(SettingJson.ToElement(values), info.Value)!;
}
