using Jint.Native;
using Jint.Native.Object;
using Jint.Runtime;

namespace Gates.Policies.Engine.Library;

/// <summary>Union, intersection and their like. The other side is anything with <c>size</c>, <c>has</c> and <c>keys</c>.</summary>
internal sealed class SetAlgebra
{
    private readonly CollectionFace _sets;
    private readonly Iterators _iterators;

    private SetAlgebra(CollectionFace sets, Iterators iterators)
    {
        _sets = sets;
        _iterators = iterators;
    }

    public static void Install(CollectionFace sets, Iterators iterators)
    {
        var algebra = new SetAlgebra(sets, iterators);
        algebra.Add("union", (own, other) => algebra.NewSet(own.Concat(other.Keys())));
        algebra.Add("intersection", (own, other) => algebra.NewSet(own.Where(other.Has)));
        algebra.Add("difference", (own, other) => algebra.NewSet(own.Where(value => !other.Has(value))));
        algebra.Add("symmetricDifference", (own, other) =>
        {
            var known = new HashSet<JsValue>(own, KeyComparer.Instance);
            return algebra.NewSet(own.Where(value => !other.Has(value)).Concat(other.Keys().Where(value => !known.Contains(value))));
        });
        algebra.Add("isSubsetOf", (own, other) => own.All(other.Has));
        algebra.Add("isSupersetOf", (own, other) => other.Keys().All(new HashSet<JsValue>(own, KeyComparer.Instance).Contains));
        algebra.Add("isDisjointFrom", (own, other) => !own.Any(other.Has));
    }

    private void Add(string name, Func<IReadOnlyCollection<JsValue>, Other, JsValue> compute) =>
        _sets.Instances.AddFunction(name, 1, (self, arguments) =>
        {
            var own = self.TryCast<CollectionObject>() ?? throw Wrong($"Set.prototype.{name} was called on something that is no Set");
            var other = arguments.At(0).TryCast<ObjectInstance>();
            var has = other?.Get("has").TryCast<ICallable>();
            var keys = other?.Get("keys").TryCast<ICallable>();
            return other is not null && has is not null && keys is not null && !double.IsNaN(TypeConverter.ToNumber(other.Get("size")))
                ? compute([.. own.Table.Walk().Select(entry => entry.Value)], new Other(new JsValue(other), has, keys, _iterators))
                : throw Wrong($"Set.prototype.{name} takes a Set or a Map, not {Place.Kind(arguments.At(0))}; write new Set(list)");
        });

    private JavaScriptException Wrong(string message) => new(_sets.Engine.TypeError, message);

    private JsValue NewSet(IEnumerable<JsValue> values)
    {
        var made = (CollectionObject)_sets.Construct(Arguments.Empty);
        foreach (var value in values)
        {
            made.Table.Set(value, value);
        }

        return new JsValue(made);
    }

    private sealed record Other(JsValue Self, ICallable HasFunction, ICallable KeysFunction, Iterators Iterators)
    {
        public bool Has(JsValue value) => TypeConverter.ToBoolean(HasFunction.Call(Self, [value]));

        public IEnumerable<JsValue> Keys() => Iterators.Steps(KeysFunction.Call(Self, Arguments.Empty));
    }
}
