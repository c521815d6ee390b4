using Jint;
using Jint.Native;
using Jint.Native.Object;
using Jint.Runtime;
using Jint.Runtime.Descriptors;
using JintEngine = Jint.Engine;

namespace Gates.Policies.Engine;

/// <summary>A read-only object of ours whose properties are made when they are first looked at.</summary>
/// <remarks>A property that it does not have ends the judgement: <see langword="undefined"/> would be taken for "nothing is wrong here".</remarks>
internal abstract class HostObject : ObjectInstance
{
    protected HostObject(JintEngine engine, ObjectInstance prototype)
        : base(engine)
    {
        Prototype = prototype;
    }

    /// <value>The names of its properties, in their order.</value>
    protected abstract IReadOnlyList<string> Names { get; }

    /// <value>How a message names it, with what it has, such as <c>a node has kind, path and line</c>.</value>
    protected abstract string Has { get; }

    public override JsValue Get(JsValue property, JsValue receiver)
    {
        var value = base.Get(property, receiver);
        if (value.IsUndefined() && property is JsString && !HasProperty(property))
        {
            var name = property.ToString();
            throw new MisuseException($"there is no `{Texts.Shorten(name, 60)}` here: {Has}{Hint(name)}");
        }

        return value;
    }

    public override PropertyDescriptor GetOwnProperty(JsValue property)
    {
        var known = base.GetOwnProperty(property);
        if (known != PropertyDescriptor.Undefined || property is not JsString text || !Names.Contains(text.ToString(), StringComparer.Ordinal))
        {
            return known;
        }

        var made = new PropertyDescriptor(Make(text.ToString()), writable: false, enumerable: true, configurable: false);
        FastSetProperty(property, made);
        return made;
    }

    public override List<JsValue> GetOwnPropertyKeys(Types types = Types.String | Types.Symbol) =>
        types.HasFlag(Types.String) ? [.. Names.Select(name => new JsString(name))] : [];

    public override IEnumerable<KeyValuePair<JsValue, PropertyDescriptor>> GetOwnProperties() =>
        Names.Select(name => KeyValuePair.Create<JsValue, PropertyDescriptor>(new JsString(name), GetOwnProperty(new JsString(name))));

    public override bool Set(JsValue property, JsValue value, JsValue receiver) => false;

    public override bool DefineOwnProperty(JsValue property, PropertyDescriptor desc) => false;

    public override bool Delete(JsValue property) => false;

    public override bool PreventExtensions() => true;

    protected abstract JsValue Make(string name);

    /// <summary>What was probably meant, to be added to the message.</summary>
    protected virtual string Hint(string name) =>
        Suggestion.Question(name, Names.Concat(Prototype?.GetOwnPropertyKeys(Types.String).Select(key => key.AsString()) ?? []));
}
