document.getElementById('print')?.removeAttribute('hidden');
document.getElementById('print')?.addEventListener('click', () => print());
